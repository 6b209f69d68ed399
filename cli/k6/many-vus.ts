/**
 * From so many VUs on that k6 makes before it starts, memory is dearer than processor: what they keep is hundreds of megabytes.
 */
export const MANY_VUS = 1000;
