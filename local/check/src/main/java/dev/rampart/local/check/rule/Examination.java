package dev.rampart.local.check.rule;

import dev.rampart.local.check.model.Place;
import dev.rampart.local.template.Resource;
import java.util.LinkedHashSet;
import java.util.Set;

/** What one rule saw in one template. */
public final class Examination {
  private final Set<Place> broken = new LinkedHashSet<>();
  private int looked;

  /** An examination that has seen nothing yet. */
  public Examination() {}

  /** Notes whether the rule holds at a place. */
  public void expect(boolean holds, Place place) {
    looked++;
    if (!holds) {
      broken.add(place);
    }
  }

  /** Notes whether the rule holds for a property of a resource. */
  public void expect(boolean holds, Resource resource, String path) {
    expect(holds, Place.of(resource, path));
  }

  /** Notes whether the rule holds for a resource as a whole. */
  public void expect(boolean holds, Resource resource) {
    expect(holds, Place.of(resource));
  }

  /** Notes that the rule does not apply, so that seeing nothing is no fault. */
  public void doesNotApply() {
    looked++;
  }

  /** Returns where the rule does not hold. A rule that looked at nothing has proven nothing. */
  public Set<Place> broken() {
    return looked == 0 ? Set.of(Place.absent("nothing to look at")) : broken;
  }
}
