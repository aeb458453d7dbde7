// The script tag's entry stays tiny so that it never holds up the page that embeds it; the elements follow at once.
void import('./cdn-elements.js');

export {};
