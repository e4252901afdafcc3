package dev.rampart.local.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.local.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No regular expression backtracks or recurses over what a client sent: read from all classes. */
@Tag("house")
final class RegularExpressionsTest {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", ""));

  /**
   * Classes, and packages that end with a dot, whose expressions never meet a client's input, with
   * what they meet.
   */
  private static final Map<String, String> OTHER_INPUT =
      Map.ofEntries(
          Map.entry(
              "dev.rampart.adapter.in.apigateway.body.BodySchema",
              "patterns of the contract, which a test below proves"),
          Map.entry("dev.rampart.local.access.", "policies of the template"),
          Map.entry("dev.rampart.local.gateway.integration.Integrations", "paths of the template"),
          Map.entry("dev.rampart.local.check.", "the template, when it is checked"),
          Map.entry("dev.rampart.local.deploy.", "arguments of the one who deploys"),
          Map.entry("dev.rampart.local.gateway.response.MappingTemplate", "texts of the template"),
          Map.entry("dev.rampart.local.generate.", "blocks of the template, when written"),
          Map.entry("dev.rampart.local.identity.client.LoginForm", "pages of the local pool"),
          Map.entry("dev.rampart.local.openapi.", "texts of the template, when written"),
          Map.entry("dev.rampart.local.template.", "the template and its parameters"));

  private static List<ExpressionUse> uses() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("/" + Modules.CLASSES + "/dev/rampart/"))
          .filter(file -> !ROOT.relativize(file).startsWith("benchmarks"))
          .filter(file -> file.toString().endsWith(".class"))
          .flatMap(file -> ExpressionUse.in(file).stream())
          .toList();
    }
  }

  @Test
  void every_expression_over_what_a_client_sent_is_linear() throws IOException {
    Map<String, List<String>> doubts = new TreeMap<>();
    for (ExpressionUse use : uses()) {
      List<String> why =
          use.text()
              .map(text -> Linear.doubts(text, use.searches()))
              .orElse(List.of("the expression is no constant"));
      if (!why.isEmpty() && excuse(use).isEmpty()) {
        doubts.put(use.type() + ": " + use.text().orElse("?"), why);
      }
    }

    assertThat(doubts).isEmpty();
  }

  @Test
  void every_pattern_of_a_field_of_a_body_is_linear() throws IOException {
    List<String> patterns = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("adapters").resolve(Modules.CLASSES))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".schema.json")).toList()) {
        patterns.addAll(new ObjectMapper().readTree(file.toFile()).findValuesAsText("pattern"));
      }
    }

    assertThat(patterns).isNotEmpty();
    for (String pattern : patterns) {
      assertThat(Linear.doubts(pattern, true)).as(pattern).isEmpty();
    }
  }

  @Test
  void the_classes_are_read_and_none_is_excused_without_need() throws IOException {
    Set<String> needed = new TreeSet<>();
    for (ExpressionUse use : uses()) {
      boolean linear =
          use.text().filter(text -> Linear.doubts(text, use.searches()).isEmpty()).isPresent();
      if (!linear) {
        excuse(use).ifPresent(needed::add);
      }
    }

    assertThat(uses()).hasSizeGreaterThan(40);
    assertThat(needed).containsExactlyInAnyOrderElementsOf(OTHER_INPUT.keySet());
  }

  private static Optional<String> excuse(ExpressionUse use) {
    int nested = use.type().indexOf('$');
    String type = nested < 0 ? use.type() : use.type().substring(0, nested);
    return OTHER_INPUT.keySet().stream()
        .filter(key -> key.endsWith(".") ? type.startsWith(key) : type.equals(key))
        .findFirst();
  }
}
