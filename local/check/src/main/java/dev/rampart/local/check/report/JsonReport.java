package dev.rampart.local.check.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.check.CheckReport;
import dev.rampart.local.check.Violation;
import java.util.Locale;

/** A report for programs: one JSON document. */
public final class JsonReport {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonReport() {}

  /** Returns the document. */
  public static String of(CheckReport report) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("file", report.file());
    document.put("ok", report.isClean());
    document.put("rules", report.rules().size());
    report
        .violations()
        .forEach(violation -> document.withArray("/violations").add(violation(violation)));
    report.waiverFaults().forEach(fault -> document.withArray("/waivers").add(fault));
    return document.toString();
  }

  private static ObjectNode violation(Violation violation) {
    return JSON.createObjectNode()
        .put("rule", violation.rule().id())
        .put("level", violation.rule().level().name().toLowerCase(Locale.ROOT))
        .put("subject", violation.place().subject())
        .put("part", violation.place().part())
        .put("line", violation.place().line())
        .put("title", violation.rule().title())
        .put("why", violation.rule().why())
        .put("mend", violation.rule().mend());
  }
}
