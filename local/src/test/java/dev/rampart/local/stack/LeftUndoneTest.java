package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a run leaves undone of the template is written down, and nothing else is said to be. */
final class LeftUndoneTest {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", "."));
  private static final Path TEMPLATE = ROOT.resolve("template.yaml");
  private static final Path PAGE = ROOT.resolve("docs/local-fidelity.md");
  private static final Pattern NAME = Pattern.compile("`(AWS::\\w+::\\w+|[A-Z][A-Za-z.]+)`");

  /** They describe; nothing could be enforced about them. */
  private static final Set<String> DESCRIBING = Set.of("Description", "Tags");

  @Test
  void the_page_on_fidelity_names_what_a_run_leaves_and_nothing_else() throws IOException {
    Set<String> left = new TreeSet<>(StackPlans.ofTemplate(Files.readString(TEMPLATE)).left());
    left.removeAll(DESCRIBING);

    assertThat(named()).isEqualTo(left);
  }

  private static Set<String> named() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf("## What is in the template and not enforced here");
    Set<String> names = new TreeSet<>();
    page.substring(from, page.indexOf("\nBeside that", from))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1)[1])
        .forEach(cell -> NAME.matcher(cell).results().forEach(name -> names.add(name.group(1))));
    return names;
  }
}
