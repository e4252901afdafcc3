import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The change of one file, in the form of a unified diff without line numbers: what a hunk takes
 * away and keeps has to be in the file exactly once.
 */
record Diff(String path, List<Hunk> hunks) {

  record Hunk(String before, String after) {}

  static List<Diff> parse(List<String> lines) {
    List<Diff> diffs = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (String line : lines) {
      if (line.startsWith("--- ") || line.startsWith("+++ ") || line.startsWith("@@")) {
        close(diffs, before, after);
      }
      if (line.startsWith("+++ b/")) {
        diffs.add(new Diff(line.substring("+++ b/".length()), new ArrayList<>()));
      } else if (!line.startsWith("--- ") && !line.startsWith("@@")) {
        String text = line.isEmpty() ? "\n" : line.substring(1) + "\n";
        before.append(line.startsWith("+") ? "" : text);
        after.append(line.startsWith("-") ? "" : text);
      }
    }
    close(diffs, before, after);
    return diffs;
  }

  private static void close(List<Diff> diffs, StringBuilder before, StringBuilder after) {
    if (!before.isEmpty()) {
      if (diffs.isEmpty()) {
        throw new Misfit("a diff that names no file: " + before.toString().lines().findFirst());
      }
      diffs.getLast().hunks().add(new Hunk(before.toString(), after.toString()));
    }
    before.setLength(0);
    after.setLength(0);
  }

  void apply(Path root) throws IOException {
    Path file = root.resolve(path);
    if (!Files.exists(file)) {
      throw new Misfit("there is no file " + path + " to change");
    }
    String text = Files.readString(file);
    for (Hunk hunk : hunks) {
      int at = text.indexOf(hunk.before());
      if (at < 0) {
        throw new Misfit("hunk does not apply to " + path + ":\n" + hunk.before());
      }
      if (text.indexOf(hunk.before(), at + 1) >= 0) {
        throw new Misfit("hunk fits more than one place of " + path + ":\n" + hunk.before());
      }
      text = text.substring(0, at) + hunk.after() + text.substring(at + hunk.before().length());
    }
    Files.writeString(file, text);
  }
}
