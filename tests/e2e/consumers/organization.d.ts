import type { Organization } from "data-contribution";
export const organization: Organization;
