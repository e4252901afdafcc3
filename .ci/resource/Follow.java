import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

private static final String PAGE = "docs/adding-a-resource.md";

/**
 * Follows docs/adding-a-resource.md to the letter in a copy of the project, then calls the new
 * resource through every gate. Arguments: the copy, and a file for the output of commands.
 */
void main(String[] arguments) throws Exception {
  Path root = Path.of(arguments[0]);
  boolean good;
  try (Commands commands = new Commands(root, Path.of(arguments[1]))) {
    good = follow(root, commands) && new GateCalls(root, commands).run() == 0;
  }
  System.exit(good ? 0 : 1);
}

/** Returns whether the page fits the project; says at which step it does not. */
boolean follow(Path root, Commands commands) throws IOException, InterruptedException {
  for (Page.Step step : Page.read(root.resolve(PAGE)).steps()) {
    long start = System.nanoTime();
    try {
      for (Page.Action action : step.actions()) {
        perform(action, root, commands);
      }
    } catch (Misfit misfit) {
      IO.println(
          "  FAILED   step %d of %s: %s".formatted(step.number(), PAGE, misfit.getMessage()));
      return false;
    }
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    IO.println("  ok       step %d, %s (%d s)".formatted(step.number(), step.title(), seconds));
  }
  return true;
}

void perform(Page.Action action, Path root, Commands commands)
    throws IOException, InterruptedException {
  switch (action) {
    case Page.Action.NewFile(String path, String text) -> create(root.resolve(path), path, text);
    case Page.Action.Change(Diff diff) -> diff.apply(root);
    case Page.Action.Command(String line) -> commands.run(line);
  }
}

void create(Path file, String path, String text) throws IOException {
  if (Files.exists(file)) {
    throw new Misfit(path + " is there already");
  }
  Files.createDirectories(file.getParent());
  Files.writeString(file, text);
}
