import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page to follow: steps, each a heading {@code ## N. Title}, and what to do in each. A block of
 * code below a line with nothing but a path in backticks is a new file; a block {@code diff}
 * changes files; each line of a block {@code sh} is a command. A block {@code text} shows what
 * comes out.
 */
record Page(List<Step> steps) {
  private static final Pattern HEADING = Pattern.compile("## (\\d+)\\. (.*)");
  private static final Pattern NEW_FILE = Pattern.compile("`([^` ]+)`");
  private static final String FENCE = "```";

  record Step(int number, String title, List<Action> actions) {}

  sealed interface Action {
    record NewFile(String path, String text) implements Action {}

    record Change(Diff diff) implements Action {}

    record Command(String line) implements Action {}
  }

  static Page read(Path file) throws IOException {
    List<Step> steps = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    String before = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        int number = Integer.parseInt(heading.group(1));
        steps.add(new Step(number, heading.group(2), new ArrayList<>()));
      } else if (line.startsWith(FENCE)) {
        int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
        if (end <= i || steps.isEmpty()) {
          throw new Misfit(
              "a block of code that does not end, or is before the first step: " + line);
        }
        List<String> block = lines.subList(i + 1, end);
        steps.getLast().actions().addAll(actions(line.substring(FENCE.length()), before, block));
        i = end;
      }
      before = line.isBlank() ? before : line;
    }
    return new Page(steps);
  }

  private static List<Action> actions(String language, String before, List<String> block) {
    Matcher file = NEW_FILE.matcher(before);
    if (file.matches()) {
      return List.of(new Action.NewFile(file.group(1), String.join("\n", block) + "\n"));
    }
    return switch (language) {
      case "diff" -> Diff.parse(block).stream().<Action>map(Action.Change::new).toList();
      case "sh" -> block.stream().<Action>map(Action.Command::new).toList();
      case "text" -> List.of();
      default ->
          throw new Misfit("a block that is neither file, diff nor command, below: " + before);
    };
  }
}
