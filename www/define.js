// For hosts that want the element and nothing else: importing this defines <data-contribution>.
import { define } from "./data-contribution.js";

define();
