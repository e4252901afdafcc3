package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/problems.md} lists exactly the refusals that there are, each with status and gate.
 */
final class ProblemsTest {
  private static final String URN = "urn:rampart:problem:";
  private static final Path PROBLEM =
      Path.of("adapters/src/main/java/dev/rampart/adapter/in/apigateway/Problem.java");
  private static final Path HTTP_FAULT =
      Path.of("local/protocol/src/main/java/dev/rampart/local/protocol/http/HttpFault.java");
  private static final Pattern FROM_FUNCTION =
      Pattern.compile("(\\d{3}),\\s*Gate\\.([A-Z]+),\\s*\"([a-z-]+)\"");
  private static final Pattern FROM_FRONT =
      Pattern.compile("\\((?:\\s*)(\\d{3}),\\s*\"([a-z-]+)\"");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+)` \\| (\\d{3}) \\| `([a-z]+)` \\|", Pattern.MULTILINE);

  private record Listed(String type, int status, String gate) implements Comparable<Listed> {
    @Override
    public int compareTo(Listed other) {
      return toString().compareTo(other.toString());
    }
  }

  @Test
  void the_page_lists_the_refusals_of_the_function() throws IOException {
    var found = new TreeSet<Listed>();
    var source = FROM_FUNCTION.matcher(Files.readString(Contract.ROOT.resolve(PROBLEM)));
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
    var found = new TreeSet<Listed>();
    var source = FROM_FRONT.matcher(Files.readString(Contract.ROOT.resolve(HTTP_FAULT)));
    while (source.find()) {
      found.add(new Listed(source.group(2), Integer.parseInt(source.group(1)), "edge"));
    }
    assertThat(listed("From the local front")).isEqualTo(found).isNotEmpty();
  }

  private static Set<Listed> fromTemplate() throws JsonProcessingException {
    var api = Template.read(Contract.ROOT.resolve("template.yaml")).stack(Map.of()).get("Api");
    var responses = api.property("DefinitionBody").path("x-amazon-apigateway-gateway-responses");
    var found = new TreeSet<Listed>();
    for (var response : responses) {
      var template = response.path("responseTemplates").path("application/json").asText();
      var problem = new JsonMapper().readTree(template);
      assertThat(response.path("statusCode").asInt()).isEqualTo(problem.path("status").asInt());
      found.add(
          new Listed(
              problem.path("type").asText().replace(URN, ""),
              problem.path("status").asInt(),
              problem.path("gate").asText()));
    }
    return found;
  }

  private static Set<Listed> listed(String heading) throws IOException {
    var page = Files.readString(Contract.ROOT.resolve("docs/problems.md"));
    var from = page.indexOf("## " + heading);
    var end = page.indexOf("\n## ", from + 1);
    var row = ROW.matcher(page.substring(from, end < 0 ? page.length() : end));
    var found = new TreeSet<Listed>();
    while (row.find()) {
      found.add(new Listed(row.group(1), Integer.parseInt(row.group(2)), row.group(3)));
    }
    return found;
  }
}
