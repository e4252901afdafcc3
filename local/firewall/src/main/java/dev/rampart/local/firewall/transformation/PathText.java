package dev.rampart.local.firewall.transformation;

import java.util.ArrayList;
import java.util.List;

/** Paths of files, brought to one form. */
final class PathText {
  private PathText() {}

  /**
   * Takes out empty steps, steps to the folder itself, and steps back that are not at the
   * beginning.
   */
  static String normalize(String path) {
    boolean isAbsolute = path.startsWith("/");
    boolean endsInFolder = path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..");
    List<String> kept = new ArrayList<>();
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        back(kept, isAbsolute);
      } else if (!step.isEmpty() && !step.equals(".")) {
        kept.add(step);
      }
    }
    String joined = (isAbsolute ? "/" : "") + String.join("/", kept);
    return endsInFolder && !kept.isEmpty() ? joined + "/" : joined;
  }

  private static void back(List<String> kept, boolean isAbsolute) {
    if (!kept.isEmpty() && !kept.getLast().equals("..")) {
      kept.removeLast();
    } else if (!isAbsolute) {
      kept.add("..");
    }
  }
}
