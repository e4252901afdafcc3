package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.alarm.AlarmSettings;
import dev.rampart.local.metrics.MetricKey;
import dev.rampart.local.metrics.math.MetricQuery;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each metric that an alarm or the dashboard names is published here, or the page says why not. */
final class MonitoredMetricsTest {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", "."));
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private final Template template = Template.read(ROOT.resolve("template.yaml"));
  private final Map<String, TreeSet<String>> named = new TreeMap<>();

  MonitoredMetricsTest() throws IOException {
    Map<String, String> on = Map.of("Alarms", "true");
    for (AlarmSettings alarm : StackPlans.of(template, on).alarms().alarms()) {
      if (alarm instanceof AlarmSettings.OfMetric ofMetric) {
        for (MetricQuery query : ofMetric.queries().queries()) {
          if (query instanceof MetricQuery.Metric metric) {
            add(metric.stat().key());
          }
        }
      }
    }
    for (Resource dashboard : template.stack(on).ofType("AWS::CloudWatch::Dashboard")) {
      JsonNode body = JsonMapper.builder().build().readTree(dashboard.read().text("DashboardBody"));
      for (JsonNode widget : body.path("widgets")) {
        for (JsonNode metric : widget.at("/properties/metrics")) {
          add(new MetricKey(metric.get(0).asText(), metric.get(1).asText(), Map.of()));
        }
      }
    }
  }

  private void add(MetricKey key) {
    named.computeIfAbsent(key.namespace(), _ -> new TreeSet<>()).add(key.name());
  }

  @Test
  void what_is_watched_is_published_or_named_as_never_happening() {
    assertThat(named).hasSizeGreaterThan(5);
    named.forEach(
        (namespace, names) -> {
          if (namespace.startsWith("AWS/")) {
            TreeSet<String> known = new TreeSet<>(list(ServiceMetrics.PUBLISHED, namespace));
            known.addAll(list(ServiceMetrics.NEVER, namespace));
            assertThat(known).as(namespace).containsAll(names);
          } else {
            // Of the functions' own lines.
            assertThat(names)
                .containsExactly(
                    "BlockUpdatesDeferred",
                    "BlocksOmitted",
                    "BlocksProposed",
                    "SuspiciousRequests",
                    "SuspiciousSources",
                    "ThreatNotifications",
                    "ThreatsDetected");
          }
        });
  }

  @Test
  void what_never_happens_is_named_only_if_it_is_watched() {
    ServiceMetrics.NEVER.forEach(
        (namespace, names) -> assertThat(named.get(namespace)).containsAll(names));
  }

  private static List<String> list(Map<String, List<String>> metrics, String namespace) {
    return metrics.getOrDefault(namespace, List.of());
  }

  @Test
  void the_page_on_fidelity_says_the_same() throws IOException {
    assertThat(table("What the services publish here", 3))
        .isEqualTo(sorted(ServiceMetrics.PUBLISHED));
    assertThat(table("What the template's alarms name", 2)).isEqualTo(sorted(ServiceMetrics.NEVER));
  }

  private static Map<String, Set<String>> sorted(Map<String, List<String>> metrics) {
    Map<String, Set<String>> sorted = new TreeMap<>();
    metrics.forEach((namespace, names) -> sorted.put(namespace, new TreeSet<>(names)));
    return sorted;
  }

  /** Returns the metrics by namespace of a table of the page. */
  private static Map<String, Set<String>> table(String heading, int column) throws IOException {
    String page = Files.readString(ROOT.resolve("docs/local-fidelity.md"));
    int from = page.indexOf("|", page.indexOf(heading));
    Map<String, Set<String>> table = new TreeMap<>();
    page.substring(from, page.indexOf("\n\n", from))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1))
        .forEach(
            cells -> {
              String namespace = quoted(cells[1]).getFirst();
              table.put(namespace, new TreeSet<>(quoted(cells[column])));
            });
    return table;
  }

  private static List<String> quoted(String cell) {
    return Arrays.asList(
        QUOTED.matcher(cell).results().map(name -> name.group(1)).toArray(String[]::new));
  }
}
