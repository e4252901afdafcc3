package dev.rampart.local.check.inventory;

import dev.rampart.local.template.Template;
import java.util.Iterator;
import java.util.List;

/** Looks for one line that an inventory does not have, where {@link Inventory} makes all lines. */
public final class FirstDifference {
  private FirstDifference() {}

  /** Says whether there is one. */
  public static boolean isBetween(Template template, List<String> inventory) {
    Iterator<String> lines = Inventory.lines(template).iterator();
    for (String line : inventory) {
      if (!lines.hasNext() || !lines.next().equals(line)) {
        return true;
      }
    }
    return lines.hasNext();
  }
}
