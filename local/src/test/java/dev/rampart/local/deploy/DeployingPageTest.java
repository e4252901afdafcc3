package dev.rampart.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.account.Preflight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about deploying says is what is asked. */
final class DeployingPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```json\\n(.*?)```");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[a-z-]+`(?:, `[a-z-]+`)*) \\|");

  private final String page =
      Files.readString(Path.of(System.getProperty("rampart.root", ""), "docs/deploying.md"));

  DeployingPageTest() throws IOException {}

  @Test
  void the_policy_allows_what_the_account_is_asked_and_nothing_else() throws IOException {
    String policy = BLOCK.matcher(page).results().findFirst().orElseThrow().group(1);
    JsonNode statement = JsonMapper.builder().build().readTree(policy).at("/Statement/0");

    assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
    assertThat(statement.path("Action").valueStream().map(JsonNode::asText))
        .containsExactlyElementsOf(Preflight.permissions());
  }

  @Test
  void the_table_has_every_question_and_no_other() {
    String section =
        page.substring(
            page.indexOf("## What the account is asked"),
            page.indexOf("## What an update may not do"));
    List<String> rows =
        ROW.matcher(section)
            .results()
            .flatMap(row -> Pattern.compile("[a-z-]+").matcher(row.group(1)).results())
            .map(id -> id.group())
            .toList();

    assertThat(rows).containsExactlyInAnyOrderElementsOf(Preflight.ids());
  }
}
