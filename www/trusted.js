// Addresses become scripts through one named Trusted Types policy, and only those that this package starts itself.
import { failure } from "./failures.js";

let policy;
let asked;

/**
 * The address of a script on the page's own origin, in the form that this page's policies demand.
 * @param {string} address
 */
export function script(address) {
  if (new URL(address).origin !== location.origin) throw failure("worker-origin");
  try {
    policy ??= globalThis.trustedTypes?.createPolicy("data-contribution", {
      createScriptURL(url) {
        if (url !== asked) throw new TypeError("only a worker of this package is a script");
        return url;
      },
    });
    asked = address;
    return policy ? policy.createScriptURL(address) : address;
  } catch {
    throw failure("worker-blocked");
  } finally {
    asked = undefined;
  }
}
