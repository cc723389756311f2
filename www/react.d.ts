// JSX for React 19:   import type {} from "data-contribution/react";
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { DataContributionElement, DataContributionEventMap, Options } from "./data-contribution.js";

type Listeners = { [Name in keyof DataContributionEventMap as `on${Name}`]?: (event: DataContributionEventMap[Name]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "data-contribution": DetailedHTMLProps<HTMLAttributes<DataContributionElement>, DataContributionElement> & Options & Listeners;
    }
  }
}
