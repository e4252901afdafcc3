package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

  @Test
  void the_page_on_fidelity_names_what_a_run_leaves_and_nothing_else() throws IOException {
    // As a run has it, which has a bucket.
    Map<String, String> parameters = Map.of("ConsoleUrl", "http://localhost/console/index.html");
    LeftUndone left = StackPlans.of(Template.read(TEMPLATE), parameters).left();

    Set<String> names = new TreeSet<>(left.names());
    names.removeAll(LeftUndone.DESCRIBING);

    Set<String> documented = new TreeSet<>(LeftUndone.TYPES);
    documented.addAll(LeftUndone.PROPERTIES);
    assertThat(named()).isEqualTo(names).isEqualTo(documented);
    assertThat(left.lines())
        .containsExactly(
            names.size()
                + " types and properties of the template change nothing here, as"
                + " docs/local-fidelity.md says");
  }

  @Test
  void what_the_page_does_not_name_is_told_with_its_line() throws IOException {
    String pool = "      UserPoolTier:";
    String group = "{LogGroupName: !Sub '/rampart/${Stage}/access',";
    String template = Files.readString(TEMPLATE);
    assertThat(template).containsOnlyOnce(pool).containsOnlyOnce(group);
    String text =
        template
            .replace(
                pool,
                "      DeviceConfiguration: {ChallengeRequiredOnNewDevice: true}\n"
                    + "      UserPoolTags: {a: b}\n"
                    + pool)
            .replace(group, group + " DataProtectionPolicy: {Name: a},");

    assertThat(StackPlans.ofTemplate(text).left().lines())
        .hasSize(3)
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches("t.yaml:[0-9]+: UserPool.DeviceConfiguration changes nothing here"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "t.yaml:[0-9]+: AccessLogGroup.DataProtectionPolicy changes nothing here"));
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
