package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/problems.md} lists exactly the refusals that there are, each with status and gate.
 */
final class ProblemsTest {
  /** Before the name in a type of our own, and in one that is registered at IANA. */
  private static final Pattern NAMESPACE = Pattern.compile("^.*[:#]");

  /** Below it, each file whose name ends in Problem lists problems of the function. */
  private static final Path CATALOGUES =
      Modules.ROOT.resolve("adapters/src/main/java/dev/rampart/adapter/in/apigateway");

  /** What the gateway's port gives no answer of its own for: it is open to pages of any origin. */
  private static final Set<HttpFault> OF_OTHER_PORTS =
      EnumSet.of(HttpFault.CROSS_SITE, HttpFault.FAILED);

  private static final Pattern FROM_FUNCTION =
      Pattern.compile("(\\d{3}),\\s*Gate\\.([A-Z]+),\\s*\"([a-z-]+)\"");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+)` \\| (\\d{3}) \\| `([a-z]+)` \\|", Pattern.MULTILINE);

  private static final Pattern CODE_ROW =
      Pattern.compile("^\\| `([a-z-]+)` \\| [^`]", Pattern.MULTILINE);
  private static final Pattern TITLE = Pattern.compile("\"([a-z-]+)\",\\s*\"([A-Z][^\"]*)\"");

  private record Listed(String type, int status, String gate) implements Comparable<Listed> {
    @Override
    public int compareTo(Listed other) {
      return toString().compareTo(other.toString());
    }
  }

  @Test
  void the_page_lists_the_refusals_of_the_function() throws IOException {
    TreeSet<Listed> found = new TreeSet<>();
    Matcher source = FROM_FUNCTION.matcher(catalogues());
    while (source.find()) {
      found.add(
          new Listed(
              source.group(3),
              Integer.parseInt(source.group(1)),
              source.group(2).toLowerCase(Locale.ROOT)));
    }
    assertThat(listed("From the function")).isEqualTo(found).isNotEmpty();
  }

  @Test
  void the_page_lists_the_refusals_of_the_gateway() throws IOException {
    assertThat(listed("From the gateway")).isEqualTo(fromTemplate()).isNotEmpty();
  }

  @Test
  void the_page_lists_the_refusals_of_the_local_front() throws IOException {
    TreeSet<Listed> found = new TreeSet<>();
    for (HttpFault fault : ofTheFront()) {
      found.add(new Listed(fault.code(), fault.status(), "edge"));
    }
    assertThat(listed("From the local front")).isEqualTo(found).isNotEmpty();
  }

  @Test
  void the_page_lists_the_codes_of_faults_that_the_contract_names() throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    Matcher row = CODE_ROW.matcher(section("Faults of a body"));
    while (row.find()) {
      codes.add(row.group(1));
    }
    JsonNode named = Contract.read().schema("Fault").at("/properties/code/enum");
    assertThat(codes).isEqualTo(Contract.texts(named)).isNotEmpty();
  }

  @Test
  void every_example_of_a_problem_is_one_of_the_page() throws IOException {
    TreeSet<Listed> known = new TreeSet<>();
    for (String heading :
        List.of("From the function", "From the gateway", "From the local front")) {
      known.addAll(listed(heading));
    }
    JsonNode examples = Contract.read().document().path("components").path("responses");
    int seen = 0;
    for (JsonNode example : examples.findValues("value")) {
      if (example.has("gate")) {
        assertThat(known)
            .contains(
                new Listed(
                    name(example), example.path("status").asInt(), example.path("gate").asText()));
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(30);
  }

  @Test
  void a_type_has_one_title_whoever_says_it() throws IOException {
    TreeMap<String, String> titles = new TreeMap<>();
    Matcher function = TITLE.matcher(catalogues());
    while (function.find()) {
      isTheSame(titles, function.group(1), function.group(2));
    }
    ofTheFront().forEach(fault -> isTheSame(titles, fault.code(), fault.title()));
    for (JsonNode response : gatewayResponses()) {
      JsonNode problem = problem(response);
      isTheSame(titles, name(problem), problem.path("title").asText());
    }
    assertThat(titles).hasSizeGreaterThan(30);
  }

  private static String catalogues() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : JavaFiles.all()) {
      if (file.startsWith(CATALOGUES) && file.toString().endsWith("Problem.java")) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  private static void isTheSame(Map<String, String> titles, String type, String title) {
    assertThat(titles.merge(type, title, (first, _) -> first)).as(type).isEqualTo(title);
  }

  private static Set<Listed> fromTemplate() throws JsonProcessingException {
    TreeSet<Listed> found = new TreeSet<>();
    for (JsonNode response : gatewayResponses()) {
      JsonNode problem = problem(response);
      assertThat(response.path("statusCode").asInt()).isEqualTo(problem.path("status").asInt());
      found.add(
          new Listed(name(problem), problem.path("status").asInt(), problem.path("gate").asText()));
    }
    return found;
  }

  private static Set<HttpFault> ofTheFront() {
    return EnumSet.complementOf(EnumSet.copyOf(OF_OTHER_PORTS));
  }

  private static JsonNode gatewayResponses() {
    Resource api = Template.read(Contract.ROOT.resolve("template.yaml")).stack(Map.of()).get("Api");
    return api.property("DefinitionBody").path("x-amazon-apigateway-gateway-responses");
  }

  private static String name(JsonNode problem) {
    return name(problem.path("type").asText());
  }

  private static String name(String type) {
    return NAMESPACE.matcher(type).replaceFirst("");
  }

  private static JsonNode problem(JsonNode response) throws JsonProcessingException {
    String template = response.path("responseTemplates").path("application/json").asText();
    return new JsonMapper().readTree(template);
  }

  private static String section(String heading) throws IOException {
    String page = Files.readString(Contract.ROOT.resolve("docs/problems.md"));
    int from = page.indexOf("# " + heading);
    int end = page.indexOf("\n## ", from + 1);
    return page.substring(from, end < 0 ? page.length() : end);
  }

  private static Set<Listed> listed(String heading) throws IOException {
    Matcher row = ROW.matcher(section(heading));
    TreeSet<Listed> found = new TreeSet<>();
    while (row.find()) {
      found.add(new Listed(name(row.group(1)), Integer.parseInt(row.group(2)), row.group(3)));
    }
    return found;
  }
}
