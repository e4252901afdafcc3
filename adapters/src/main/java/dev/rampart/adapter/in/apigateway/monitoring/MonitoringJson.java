package dev.rampart.adapter.in.apigateway.monitoring;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.adapter.in.apigateway.http.JsonText;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.monitoring.AlarmReport;
import dev.rampart.domain.monitoring.DeadLetter;
import dev.rampart.domain.monitoring.FunctionCounts;
import dev.rampart.domain.monitoring.LogActivity;
import dev.rampart.domain.monitoring.QueueLevel;
import dev.rampart.domain.monitoring.StatusPart;
import dev.rampart.domain.monitoring.SystemStatus;
import java.io.IOException;
import java.util.List;

/** How the system does, as the security team reads it. */
final class MonitoringJson {
  private static final String NAME = "name";
  private static final String REASON = "reason";

  private MonitoringJson() {}

  static Reply reply(SystemStatus status) {
    return Reply.json(200, JsonText.object(json -> members(json, status)));
  }

  private static void members(JsonGenerator json, SystemStatus status) throws IOException {
    json.writeStringField("at", Rfc3339.format(status.at()));
    array(json, StatusPart.SOURCES, status.sources(), MonitoringJson::source);
    array(json, StatusPart.QUEUES, status.queues(), MonitoringJson::queue);
    array(json, StatusPart.DEAD_LETTERS, status.deadLetters(), MonitoringJson::letter);
    array(json, StatusPart.FUNCTIONS, status.functions(), MonitoringJson::function);
    array(json, StatusPart.ALARMS, status.alarms(), MonitoringJson::alarm);
    json.writeArrayFieldStart("unavailable");
    for (StatusPart part : StatusPart.values()) {
      if (status.unavailable().contains(part)) {
        json.writeString(part.wireName());
      }
    }
    json.writeEndArray();
  }

  /** Writes the members of one element. */
  @FunctionalInterface
  private interface Members<T> {
    void write(JsonGenerator json, T element) throws IOException;
  }

  private static <T> void array(
      JsonGenerator json, StatusPart part, List<T> elements, Members<T> members)
      throws IOException {
    json.writeArrayFieldStart(part.wireName());
    for (T element : elements) {
      json.writeStartObject();
      members.write(json, element);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void source(JsonGenerator json, LogActivity source) throws IOException {
    json.writeStringField("log", source.log().wireName());
    if (source.lastEventAt().isPresent()) {
      json.writeStringField("lastEventAt", Rfc3339.format(source.lastEventAt().get()));
    }
  }

  private static void queue(JsonGenerator json, QueueLevel queue) throws IOException {
    json.writeStringField(NAME, queue.name());
    json.writeStringField("kind", queue.kind().wireName());
    if (queue.waiting().isPresent()) {
      json.writeNumberField("waiting", queue.waiting().get());
    }
    if (queue.oldest().isPresent()) {
      json.writeNumberField("oldestSeconds", queue.oldest().get().toSeconds());
    }
  }

  private static void letter(JsonGenerator json, DeadLetter letter) throws IOException {
    json.writeStringField("queue", letter.queue());
    json.writeStringField("at", Rfc3339.format(letter.at()));
    json.writeStringField(REASON, letter.reason());
    if (letter.function().isPresent()) {
      json.writeStringField("function", letter.function().get());
    }
  }

  private static void function(JsonGenerator json, FunctionCounts function) throws IOException {
    json.writeStringField(NAME, function.name());
    json.writeNumberField("invocations", function.invocations());
    json.writeNumberField("errors", function.errors());
    json.writeNumberField("throttles", function.throttles());
  }

  private static void alarm(JsonGenerator json, AlarmReport alarm) throws IOException {
    json.writeStringField(NAME, alarm.name());
    json.writeStringField("title", alarm.title());
    json.writeStringField("state", alarm.level().wireName());
    json.writeStringField("since", Rfc3339.format(alarm.since()));
    json.writeStringField(REASON, alarm.reason());
    if (alarm.runbook().isPresent()) {
      json.writeStringField("runbook", alarm.runbook().get());
    }
  }
}
