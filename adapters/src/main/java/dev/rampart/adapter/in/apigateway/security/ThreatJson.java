package dev.rampart.adapter.in.apigateway.security;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.adapter.in.apigateway.http.JsonText;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.finding.Contribution;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingPage;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.finding.Resolution;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.port.in.ReadFinding;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Findings as the security team reads them. */
final class ThreatJson {

  private ThreatJson() {}

  /** Returns the strong entity tag: it changes with the version and with the response. */
  static String etag(ReadFinding.Result.Found found) {
    String response =
        switch (found.response()) {
          case Response.NoResponse _ -> "";
          case Response.Proposed proposed -> "-" + proposed.wireName();
          case Response.Blocked blocked ->
              "-" + blocked.wireName() + "-" + blocked.until().getEpochSecond();
        };
    return '"' + Long.toString(found.finding().version()) + response + '"';
  }

  /** Returns the reply that holds one threat with all that is known of it. */
  static Reply reply(ReadFinding.Result.Found found) {
    return Reply.json(
            200,
            JsonText.object(
                json -> {
                  summary(json, found.finding());
                  details(json, found.finding());
                  response(json, found.response());
                }))
        .with("ETag", etag(found));
  }

  /** Returns the reply that holds a page of threats. */
  static Reply page(FindingPage page, Optional<String> cursor) {
    return Reply.json(
        200,
        JsonText.object(
            json -> {
              list(json, "items", page.findings());
              if (cursor.isPresent()) {
                json.writeStringField("nextCursor", cursor.get());
              }
            }));
  }

  /** Writes an array of threats, without what only the single one has. */
  static void list(JsonGenerator json, String name, List<FindingRecord> findings)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (FindingRecord finding : findings) {
      json.writeStartObject();
      summary(json, finding);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void summary(JsonGenerator json, FindingRecord record) throws IOException {
    Finding finding = record.finding();
    json.writeStringField("id", record.id().text());
    json.writeStringField("state", record.state().wireName());
    json.writeStringField("detector", finding.detector().name());
    json.writeStringField("severity", record.incident().severity().wireName());
    json.writeStringField("scope", finding.subject().kind().wireName());
    json.writeStringField("subject", finding.subject().name());
    json.writeStringField("openedAt", Rfc3339.format(record.openedAt()));
    json.writeStringField("changedAt", Rfc3339.format(record.changedAt()));
    json.writeStringField("firstSeen", Rfc3339.format(finding.firstSeen()));
    json.writeStringField("lastSeen", Rfc3339.format(record.incident().lastSeen()));
    json.writeNumberField("signalCount", finding.signalCount());
    json.writeNumberField("version", record.version());
    json.writeStringField("explanation", finding.explanation());
  }

  private static void details(JsonGenerator json, FindingRecord record) throws IOException {
    measure(json, record.finding().measure());
    json.writeArrayFieldStart("evidence");
    for (EvidenceLine line : record.finding().evidence()) {
      json.writeStartObject();
      json.writeStringField("point", line.point().name());
      json.writeNumberField("count", line.count());
      if (line.contribution().isPresent()) {
        contribution(json, line.contribution().get());
      }
      json.writeArrayFieldStart("examples");
      for (SignalId example : line.examples()) {
        json.writeString(example.text());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    if (record.resolution().isPresent()) {
      json.writeObjectFieldStart("resolution");
      resolution(json, record.resolution().get());
      json.writeEndObject();
    }
  }

  private static void contribution(JsonGenerator json, Contribution adds) throws IOException {
    json.writeNumberField("weight", adds.weight());
    json.writeNumberField("different", adds.different());
    json.writeNumberField("repeats", adds.repeats());
    json.writeNumberField("repeatWeight", adds.repeatWeight());
    json.writeNumberField("points", adds.points());
  }

  /** Writes the comparison that decided. */
  static void measure(JsonGenerator json, Measure measure) throws IOException {
    json.writeObjectFieldStart("measure");
    json.writeStringField("name", measure.name());
    json.writeNumberField("value", measure.value());
    json.writeNumberField("threshold", measure.threshold());
    json.writeEndObject();
  }

  private static void resolution(JsonGenerator json, Resolution resolution) throws IOException {
    switch (resolution) {
      case Resolution.Silence _ -> json.writeStringField("reason", "silence");
      case Resolution.Judgement judgement -> {
        json.writeStringField("reason", "judgement");
        json.writeStringField("verdict", judgement.verdict().wireName());
        json.writeStringField("judge", judgement.judge());
        if (judgement.note().isPresent()) {
          json.writeStringField("note", judgement.note().get());
        }
      }
    }
    json.writeStringField("at", Rfc3339.format(resolution.at()));
  }

  private static void response(JsonGenerator json, Response response) throws IOException {
    json.writeStringField("response", response.wireName());
    switch (response) {
      case Response.NoResponse _ -> {
        // Nothing more to say.
      }
      case Response.Proposed proposed ->
          json.writeStringField("responseReason", proposed.reason().wireName());
      case Response.Blocked blocked ->
          json.writeStringField("responseExpiresAt", Rfc3339.format(blocked.until()));
    }
  }
}
