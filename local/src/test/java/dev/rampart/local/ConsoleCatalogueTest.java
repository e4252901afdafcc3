package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.DetectionPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The console says of each detector and each point what the code says. */
final class ConsoleCatalogueTest {
  private static final Measure AT_THRESHOLD = new Measure("of it", 1, 1);

  private final String catalogue =
      Files.readString(Modules.ROOT.resolve("console/src/main/web/js/logic/catalogue.js"));

  ConsoleCatalogueTest() throws IOException {}

  @Test
  void each_point_has_its_line() {
    assertThat(lines("POINTS"))
        .containsExactlyElementsOf(
            Arrays.stream(DetectionPoint.values()).map(ConsoleCatalogueTest::line).toList());
  }

  private static String line(DetectionPoint point) {
    return "  %s: { gate: '%s', kind: '%s'%s },"
        .formatted(
            point.name(),
            point.gate().wireName(),
            point.kind().wireName(),
            point.kind().isCounterEvidence() ? ", speaksFor: true" : "");
  }

  @Test
  void each_detector_has_its_title_severity_and_references() {
    List<String> facts =
        lines("DETECTORS").stream()
            .filter(
                line ->
                    line.matches("  [A-Z_]+: \\{|    (title|severity|confidence|owasp|attack): .*"))
            .toList();
    assertThat(facts)
        .containsExactlyElementsOf(
            Arrays.stream(DetectorKind.values()).flatMap(kind -> facts(kind).lines()).toList());
  }

  private static String facts(DetectorKind kind) {
    return """
      %s: {
        title: '%s',
        severity: '%s',
        confidence: '%s',
        owasp: [%s],
        attack: [%s],
    """
        .formatted(
            kind.name(),
            kind.title().replace("'", "\\'"),
            kind.severity(AT_THRESHOLD).wireName(),
            kind.confidence().name().toLowerCase(Locale.ROOT),
            quoted(kind.owasp()),
            quoted(kind.techniques()));
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }

  private List<String> lines(String constant) {
    String begin = "export const " + constant + " = {\n";
    int from = catalogue.indexOf(begin) + begin.length();
    return catalogue.substring(from, catalogue.indexOf("\n};", from)).lines().toList();
  }
}
