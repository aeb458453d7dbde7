/** What a browser for tests cannot do, by the engine that it has: nothing that the product decides by. */
const isGecko = navigator.userAgent.includes('Gecko/');

/** Without a sound device Firefox never starts an `AudioContext`, so nobody's level can be measured. */
export const canMeasureSound = !isGecko;
/** Firefox asks for a screen only after a press of a button, and without a display it finds none. */
export const canShareScreen = !isGecko;
/** Firefox tells nothing of certificates in its statistics; it compares them with the description itself. */
export const tellsCertificates = !isGecko;
