// The page in a frame, for hosts whose own policy allows no WebAssembly.
import type { Handle, Options } from "./data-contribution.js";

export interface FrameOptions extends Options {
  /** The address of embed.html; by default beside this module. Its origin is the only one that is listened to. */
  src?: string | URL;
  /** `content`: the frame is as high as the page in it. `fill`: as high as its container, and the page scrolls inside. */
  height?: "content" | "fill";
  /** The frame's name for assistive technology. */
  title?: string;
}

export interface FrameHandle extends Handle {
  /** The frame. The element's events are fired here, and bubble. */
  readonly element: HTMLIFrameElement;
  /** As the page told last. */
  settings(): ReturnType<Handle["settings"]>;
  discard(): void;
}

/** Puts the page into a frame inside `host`. Rejects with `frame-silent` or `frame-refused`; the `dc-error` at the frame says the cure. */
export function frame(host: Element, options?: FrameOptions): Promise<FrameHandle>;
