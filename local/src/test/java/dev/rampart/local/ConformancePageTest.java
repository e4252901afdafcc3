package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/conformance.md} names for each item the tests that show it, which are named after it.
 * With {@code -Dconformance.write=true} its columns are written.
 */
final class ConformancePageTest {
  private static final Path PAGE = Modules.ROOT.resolve("docs/conformance.md");
  private static final int BEHAVIOUR_ITEMS = 72;
  private static final int FRAMING_ITEMS = 12;

  private static final Pattern NAMED = Pattern.compile("\\bvoid\\s+((?:[bf]\\d\\d_)+)\\w+\\(");
  private static final Pattern ID = Pattern.compile("[bf]\\d\\d");
  private static final Pattern ROW =
      Pattern.compile("^\\| ([BF]\\d\\d) \\| ([^|]+) \\|[^|]*\\|[^|]*\\|$", Pattern.MULTILINE);

  /** What shows one item: the places, from the outside in, and the test classes. */
  private record Shown(TreeSet<String> places, TreeSet<String> tests) {
    Shown() {
      this(new TreeSet<>((a, b) -> Integer.compare(rank(a), rank(b))), new TreeSet<>());
    }

    private static int rank(String place) {
      return "run gateway function".indexOf(place);
    }
  }

  @Test
  void each_item_is_shown_by_the_tests_that_the_page_names() throws IOException {
    Map<String, Shown> shown = shown();
    String page = Files.readString(PAGE);
    String wanted =
        ROW.matcher(page)
            .replaceAll(row -> Matcher.quoteReplacement(row(row.group(1), row.group(2), shown)));
    if (Boolean.getBoolean("conformance.write")) {
      Files.writeString(PAGE, wanted);
    }

    assertThat(shown.keySet()).isEqualTo(items());
    assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(items());
    assertThat(page).as("-Dconformance.write=true writes it").isEqualTo(wanted);
  }

  private static String row(String item, String what, Map<String, Shown> all) {
    Shown shown = all.getOrDefault(item, new Shown());
    String tests =
        shown.tests().stream().map(test -> "`" + test + "`").collect(Collectors.joining(", "));
    return "| "
        + item
        + " | "
        + what
        + " | "
        + String.join(", ", shown.places())
        + " | "
        + tests
        + " |";
  }

  private static Set<String> items() {
    return Stream.concat(
            IntStream.rangeClosed(1, BEHAVIOUR_ITEMS).mapToObj(i -> "B%02d".formatted(i)),
            IntStream.rangeClosed(1, FRAMING_ITEMS).mapToObj(i -> "F%02d".formatted(i)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Shown> shown() throws IOException {
    Map<String, Shown> shown = new TreeMap<>();
    for (Path file : JavaFiles.all()) {
      String name = file.getFileName().toString();
      if (name.endsWith("Test.java")) {
        Matcher named = NAMED.matcher(Files.readString(file));
        while (named.find()) {
          Matcher id = ID.matcher(named.group(1));
          while (id.find()) {
            Shown of = shown.computeIfAbsent(id.group().toUpperCase(Locale.ROOT), _ -> new Shown());
            of.tests().add(name.replace(".java", ""));
            of.places().add(place(Modules.ROOT.relativize(file).toString()));
          }
        }
      }
    }
    return shown;
  }

  private static String place(String file) {
    if (file.startsWith("local/src/")) {
      return "run";
    }
    return file.startsWith("local/") ? "gateway" : "function";
  }
}
