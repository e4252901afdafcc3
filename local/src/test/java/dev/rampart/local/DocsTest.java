package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.Documents.Document;
import dev.rampart.local.command.Gates;
import dev.rampart.local.command.RampartCommand;
import dev.rampart.local.gateway.gate.GateDescription;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What the documents say is so: links, paths, commands, names, and the gates that are live. */
final class DocsTest {
  private static final int README_LINES_MAX = 200;
  private static final Pattern REPOSITORY_PATH =
      Pattern.compile(
          "(?<![\\w./-])(?:\\./)?((?:docs|domain|adapters|functions|local|benchmarks|\\.ci)/[\\w./-]*\\w)");
  private static final Pattern COMMAND = Pattern.compile("\\./rampart((?: +[^\\s`#)|>]+)*)");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z]+)` \\| ?(.*?) ?\\| ?(.*?) ?\\|$");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (.*)$");
  private static final Set<String> STAGED = Set.of("deploy", "teardown");
  private static final Pattern TEST = Pattern.compile("(?<![\\w…])[A-Z]\\w+(?:Test|Contract)\\b");
  private static final Pattern TYPE = Pattern.compile("[A-Z][a-z]+(?:[A-Z][A-Za-z0-9]*)+");

  @Test
  void every_link_leads_somewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Document document : Documents.all()) {
      for (String link : document.links()) {
        if (!leadsSomewhere(document, link)) {
          broken.add(document + ": " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void a_broken_link_is_noticed() throws IOException {
    Document readme = Document.of("README.md");

    assertThat(leadsSomewhere(readme, "docs/nothing.md")).isFalse();
    assertThat(leadsSomewhere(readme, "docs/problems.md#nothing")).isFalse();
    assertThat(leadsSomewhere(readme, "docs/problems.md#from-the-gateway")).isTrue();
  }

  @Test
  void every_path_of_the_repository_exists() throws IOException {
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (Document document : describing()) {
      for (String code : document.code()) {
        for (MatchResult path : REPOSITORY_PATH.matcher(code).results().toList()) {
          seen++;
          // What a build writes is not in the repository.
          if (!path.group(1).contains("/target/") && !Files.exists(resolve(path.group(1)))) {
            missing.add(document + ": " + path.group(1));
          }
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(seen).isGreaterThan(50);
  }

  @Test
  void every_command_can_be_typed() throws IOException {
    Set<String> commands = new TreeSet<>();
    for (Document document : Documents.all()) {
      for (String code : document.code()) {
        COMMAND.matcher(code).results().forEach(command -> commands.add(command.group(1).strip()));
      }
    }
    commands.removeIf(String::isEmpty);
    assertThat(commands)
        .contains("up", "demo", "curl /v1/submissions")
        .allSatisfy(
            command -> assertThatCode(() -> type(command)).as(command).doesNotThrowAnyException());
  }

  @Test
  void a_command_that_there_is_not_is_noticed() {
    assertThatThrownBy(() -> type("fly")).isInstanceOf(CommandLine.ParameterException.class);
    assertThatThrownBy(() -> type("up --quick")).isInstanceOf(CommandLine.ParameterException.class);
    assertThatThrownBy(() -> type("deploy --set BlockingMode=on"))
        .isInstanceOf(CommandLine.ParameterException.class);
    assertThatThrownBy(() -> type("deploy --stage dev --set BlockMode=on"))
        .isInstanceOf(CommandLine.ParameterException.class);
  }

  @Test
  void every_test_that_is_named_exists() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Document document : describing()) {
      for (String code : document.code()) {
        TEST.matcher(code).results().forEach(test -> named.add(test.group()));
      }
    }
    assertThat(named).hasSizeGreaterThan(20);
    named.removeAll(Documents.types());
    assertThat(named).as("tests that there are not").isEmpty();
  }

  @Test
  void every_stand_in_names_the_tests_that_show_what_it_does() throws IOException {
    Document page = Document.of("docs/local-fidelity.md");
    List<String> standIns =
        SECTION
            .matcher(page.text())
            .results()
            .map(heading -> heading.group(1))
            .filter(heading -> page.section(heading).contains("\n### The same\n"))
            .toList();

    assertThat(standIns).hasSizeGreaterThan(10);
    assertThat(standIns)
        .allSatisfy(
            heading ->
                assertThat(page.section(heading))
                    .as(heading)
                    .containsPattern("\nShown by `[A-Za-z]+Test`"));
  }

  @Test
  void every_name_in_the_pages_about_the_code_is_a_type_a_resource_or_an_event()
      throws IOException {
    Set<String> known = new TreeSet<>(Documents.types());
    Stream.concat(resources(), events()).forEach(known::add);
    for (String page : List.of("docs/architecture.md", "CONTRIBUTING.md")) {
      Set<String> names = new TreeSet<>(Document.of(page).spans());
      names.removeIf(span -> !TYPE.matcher(span).matches());
      assertThat(names).hasSizeGreaterThan(10);
      names.removeAll(known);
      assertThat(names).as("names in " + page + " that there are not").isEmpty();
    }
  }

  @Test
  void the_gates_that_are_live_are_those_of_the_run() throws IOException {
    String section = Document.of("docs/local-fidelity.md").section("Gates");

    assertThat(
            ROW.matcher(section)
                .results()
                .map(row -> new GateDescription(row.group(1), row.group(2), row.group(3))))
        .containsExactlyElementsOf(Gates.all());
  }

  @Test
  void the_readme_is_short_and_names_every_parameter_of_the_template() throws IOException {
    Document readme = Document.of("README.md");
    String template = Files.readString(Contract.ROOT.resolve("template.yaml"));
    String parameters =
        template.substring(template.indexOf("\nParameters:"), template.indexOf("\nMappings:"));

    assertThat(readme.text().lines().count()).isLessThanOrEqualTo(README_LINES_MAX);
    assertThat(readme.spans())
        .containsAll(
            Pattern.compile("(?m)^  ([A-Z]\\w+):$")
                .matcher(parameters)
                .results()
                .map(name -> name.group(1))
                .toList());
  }

  @Test
  void every_document_is_reached_from_the_readme_or_the_index_of_decisions() throws IOException {
    Set<Path> reached = new TreeSet<>();
    for (String start : List.of("README.md", "docs/adr/README.md")) {
      Document document = Document.of(start);
      reached.add(document.file());
      document.links().forEach(link -> reached.add(target(document, link)));
    }
    assertThat(Documents.all())
        .map(Document::file)
        .filteredOn(file -> !reached.contains(file.getParent()))
        .filteredOn(file -> !file.startsWith(Contract.ROOT.resolve("benchmarks")))
        .allSatisfy(file -> assertThat(reached).contains(file));
  }

  @Test
  void the_picture_names_every_gate_and_says_in_words_what_it_shows() throws IOException {
    String picture = Files.readString(Contract.ROOT.resolve("docs/img/architecture.svg"));

    assertThat(picture).contains("<title id=\"title\">", "<desc id=\"desc\">");
    assertThat(Gates.all())
        .allSatisfy(gate -> assertThat(picture).contains(">" + gate.name() + "<"));
  }

  /**
   * Returns the documents that describe what there is: all but one, which says how to make more,
   * and is followed to the letter by {@code .ci/resource/run}.
   */
  private static List<Document> describing() throws IOException {
    return Documents.all().stream()
        .filter(document -> !document.file().endsWith("adding-a-resource.md"))
        .toList();
  }

  private static boolean leadsSomewhere(Document from, String link) throws IOException {
    Path target = target(from, link);
    int anchor = link.indexOf('#');
    return Files.exists(target)
        && (anchor < 0
            || new Document(target, Files.readString(target))
                .anchors()
                .contains(link.substring(anchor + 1)));
  }

  private static Path target(Document from, String link) {
    String path = link.replaceFirst("#.*", "");
    return path.isEmpty() ? from.file() : from.file().resolveSibling(path).normalize();
  }

  private static Path resolve(String path) {
    return Contract.ROOT.resolve(path);
  }

  /**
   * Parses a command as the script would hand it over; a name alone need not have its arguments.
   */
  private static void type(String command) {
    String[] words = command.split(" +");
    CommandLine line = RampartCommand.commandLine();
    if (words.length > 1 || !line.getSubcommands().containsKey(words[0])) {
      ParseResult typed =
          line.parseArgs(Arrays.stream(words).map(DocsTest::plain).toArray(String[]::new));
      if (typed.hasSubcommand() && STAGED.contains(words[0])) {
        requireStack(typed.subcommand());
      }
    }
  }

  /** The command itself asks for these only when it runs. */
  private static void requireStack(ParseResult typed) {
    if (!typed.hasMatchedOption("--stage")) {
      throw new CommandLine.ParameterException(typed.commandSpec().commandLine(), "no --stage");
    }
    Map<String, String> set = typed.matchedOptionValue("--set", Map.of());
    JsonNode known = Template.read(Contract.ROOT.resolve("template.yaml")).section("Parameters");
    for (String name : set.keySet()) {
      if (!known.has(name)) {
        throw new CommandLine.ParameterException(typed.commandSpec().commandLine(), name);
      }
    }
  }

  private static String plain(String word) {
    return word.replaceAll("^[\"']|[\"'.,;:]+$", "");
  }

  private static Stream<String> resources() {
    return Template.read(Contract.ROOT.resolve("template.yaml"))
        .stack(Map.of())
        .resources()
        .stream()
        .map(Resource::logicalId);
  }

  private static Stream<String> events() throws IOException {
    return Pattern.compile("(?m)^\\| `([A-Za-z]+)` \\|")
        .matcher(Document.of("docs/events/README.md").text())
        .results()
        .map(event -> event.group(1));
  }
}
