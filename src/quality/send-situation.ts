import type { AudioRungName, CameraRungName, SendStep } from './send-step.js';

export type VideoChoice = 'auto' | 'high' | 'medium' | 'low' | 'off';
export type AudioChoiceName = 'auto' | AudioRungName;

/** Pixels; 0 is unknown. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** How a participant shows a picture of ours, in device pixels. */
export interface SeenSize extends PictureSize {
  readonly isVisible: boolean;
}

export interface Viewer {
  readonly id: string;
  /** Null until it was told: as large as it can be. */
  readonly camera: SeenSize | null;
  readonly screen: SeenSize | null;
}

/** What runs short here, or is a small device. */
export interface SendDevice {
  readonly isBatteryLow: boolean;
  readonly isDataSaver: boolean;
  readonly isCellular: boolean;
  readonly isHandheld: boolean;
  readonly isMemorySmall: boolean;
}

/** All that is sent follows from. */
export interface SendSituation {
  /** In the order they came. */
  readonly viewers: readonly Viewer[];
  /** What is captured; null is off. */
  readonly camera: PictureSize | null;
  readonly screen: PictureSize | null;
  readonly videoChoice: VideoChoice;
  readonly audioChoice: AudioChoiceName;
  readonly limitBps: number | null;
  readonly device: SendDevice;
  readonly isAdaptive: boolean;
  readonly isSigning: boolean;
}

/** How one source is sent; of the shape that the engine takes. */
export interface Encoding {
  readonly maxBitrateBps: number | null;
  readonly maxFrameRate: number | null;
  readonly scaleDownBy: number | null;
  readonly isOff?: boolean;
  readonly isStereo?: boolean;
}

export interface ViewerPlan {
  readonly microphone: Encoding;
  readonly camera: Encoding;
  readonly screen: Encoding;
}

export interface SendPlan {
  /** For those of whom nothing is planned yet. */
  readonly all: ViewerPlan & { readonly 'screen-audio': Encoding };
  readonly each: ReadonlyMap<string, ViewerPlan>;
  readonly steps: readonly SendStep[];
  /** Bits a second that may go to each. */
  readonly plannedBps: ReadonlyMap<string, number>;
  /** Of that, for sound. */
  readonly soundBps: ReadonlyMap<string, number>;
  readonly budgetBps: number | null;
  /** No camera picture is sent to anybody because of the network or a choice, whether or not somebody looks. */
  readonly isCameraOff: boolean;
  /** Of the camera. */
  readonly largestSent: CameraRungName | null;
}
