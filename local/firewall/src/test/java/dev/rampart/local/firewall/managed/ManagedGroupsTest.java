package dev.rampart.local.firewall.managed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ManagedGroupsTest {
  private static final Path PAGE =
      Path.of(System.getProperty("rampart.root", "../.."), "docs/local-fidelity.md");

  @Test
  void there_are_nine_groups_with_all_their_rules() {
    assertThat(ManagedGroups.rows()).hasSize(55).doesNotHaveDuplicates();
    assertThat(ManagedGroups.rows().stream().map(ManagedGroups.Row::group).distinct()).hasSize(9);
  }

  @Test
  void the_page_on_fidelity_says_of_each_rule_how_it_is_done() throws IOException {
    List<String> rows =
        ManagedGroups.rows().stream()
            .map(
                row ->
                    "| `%s` | `%s` | `%s` | %s |"
                        .formatted(row.group(), row.rule(), row.label(), row.grade().wireName()))
            .toList();

    assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.contains("`awswaf:managed:")))
        .containsExactlyElementsOf(rows);
  }

  @Test
  void only_groups_of_aws_are_found() {
    assertThat(ManagedGroups.find("AWS", "AWSManagedRulesCommonRuleSet")).isPresent();
    assertThat(ManagedGroups.find("Other", "AWSManagedRulesCommonRuleSet")).isEmpty();
    assertThat(ManagedGroups.find("AWS", "AWSManagedRulesBotControlRuleSet")).isEmpty();
  }
}
