package dev.rampart.local.deploy;

import dev.rampart.local.account.ChangeSet;
import dev.rampart.local.account.PlannedChange;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Predicate;

/** Tells a person what an update would do. */
record ChangeSetReport(ChangeSet changeSet) {

  void print(PrintWriter out) {
    print(out, "Added", change -> change.action().equals("Add"));
    print(out, "Changed", change -> isChange(change) && !change.endsResource());
    print(out, "Replaced", change -> isChange(change) && change.endsResource());
    print(out, "Removed", change -> change.action().equals("Remove"));
    List<PlannedChange> losses =
        changeSet.changes().stream()
            .filter(change -> change.endsResource() && StackPolicy.DATA.contains(change.type()))
            .toList();
    losses.forEach(
        change ->
            out.println(
                "  CAREFUL: "
                    + change.logicalId()
                    + " holds data. The stack policy refuses this; docs/deploying.md says what to"
                    + " do."));
    out.flush();
  }

  private void print(PrintWriter out, String title, Predicate<PlannedChange> of) {
    List<PlannedChange> changes = changeSet.changes().stream().filter(of).toList();
    out.println("  " + title + ": " + (changes.isEmpty() ? "nothing" : changes.size()));
    changes.forEach(change -> out.println("    " + line(change)));
  }

  private static boolean isChange(PlannedChange change) {
    return change.action().equals("Modify");
  }

  private static String line(PlannedChange change) {
    String perhaps =
        change.replacement().equals("Conditional") ? ", perhaps: it shows in the update" : "";
    return change.logicalId() + " (" + change.type() + ")" + perhaps;
  }
}
