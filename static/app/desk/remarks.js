// What people missed in a synthesis, in the order it wants attention.

// {open, settled}: the remarks on one hat's synthesis; in each the order they came in.
export function remarksOn(store, hat) {
  const remarks = store.all("agreement").filter((one) => one.hat === hat && one.remark);
  return {
    open: remarks.filter(({ state }) => state === "open"),
    settled: remarks.filter(({ state }) => state !== "open"),
  };
}
