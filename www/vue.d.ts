// Templates of Vue 3:   import type {} from "data-contribution/vue";
import type { DefineComponent } from "vue";
import type { DataContributionEventMap, Options } from "./data-contribution.js";

type Capital<Text extends string> = Text extends `${infer Head}-${infer Tail}` ? `${Capitalize<Head>}${Capital<Tail>}` : Capitalize<Text>;
type Listeners = { [Name in keyof DataContributionEventMap as `on${Capital<Name>}`]?: (event: DataContributionEventMap[Name]) => void };

declare module "vue" {
  interface GlobalComponents {
    "data-contribution": DefineComponent<Options & Listeners>;
  }
}
