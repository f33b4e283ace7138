// What became of an edited deck, as it is told: every slide under one heading, and to be looked at only once.

export function sorted(report) {
  const { conflicts, updated, kept } = report;
  const among = (slides) => (one) => slides.some(({ slide }) => slide === one.slide);
  const not = (slides) => (one) => !among(slides)(one);
  const looks = new Map();
  for (const one of conflicts) {
    const key = one.slide ?? one.title;
    looks.set(key, { ...one, what: [...(looks.get(key)?.what ?? []), one.what] });
  }
  return {
    ...report,
    conflicts: [...looks.values()],
    updated: updated.filter(not(kept)),
    both: updated.filter(among(kept)),
    kept: kept.filter(not(updated)),
  };
}
