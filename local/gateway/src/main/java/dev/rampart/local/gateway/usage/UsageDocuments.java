package dev.rampart.local.gateway.usage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.definition.Throttle;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keys, plans and usage in the shapes of API Gateway's API. */
record UsageDocuments(ApiDefinition api) {

  static ObjectNode key(ApiKey key, boolean withValue) {
    ObjectNode document = object().put("id", key.id()).put("name", key.name());
    if (!key.description().isEmpty()) {
      document.put("description", key.description());
    }
    if (withValue) {
      document.put("value", key.value());
    }
    document.put("enabled", key.enabled());
    document.put("createdDate", key.created().getEpochSecond());
    document.put("lastUpdatedDate", key.updated().getEpochSecond());
    document.putArray("stageKeys");
    return document;
  }

  static ObjectNode planKey(ApiKey key, boolean withValue) {
    ObjectNode document = object().put("id", key.id()).put("type", "API_KEY");
    if (withValue) {
      document.put("value", key.value());
    }
    return document.put("name", key.name());
  }

  ObjectNode plan(UsagePlan plan) {
    ObjectNode document = object().put("id", plan.id()).put("name", plan.name());
    if (!plan.description().isEmpty()) {
      document.put("description", plan.description());
    }
    ArrayNode stages = document.putArray("apiStages");
    if (plan.opensStage()) {
      ObjectNode stage = stages.addObject().put("apiId", api.apiId()).put("stage", api.stage());
      if (!plan.methods().isEmpty()) {
        ObjectNode methods = stage.putObject("throttle");
        plan.methods().forEach((key, limit) -> methods.set(key, throttle(limit)));
      }
    }
    plan.throttle().ifPresent(limit -> document.set("throttle", throttle(limit)));
    plan.quota()
        .ifPresent(
            quota ->
                document
                    .putObject("quota")
                    .put("limit", quota.limit())
                    .put("offset", quota.offset())
                    .put("period", quota.period().name()));
    return document;
  }

  private static ObjectNode throttle(Throttle throttle) {
    return object().put("burstLimit", throttle.burst()).put("rateLimit", throttle.rate());
  }

  static <T> ObjectNode page(UsagePage<T> page, Function<T, ObjectNode> each) {
    ObjectNode document = object();
    ArrayNode items = document.putArray("item");
    page.items().forEach(item -> items.add(each.apply(item)));
    page.position().ifPresent(position -> document.put("position", position));
    return document;
  }

  /** Returns the days of each key, each as what was used and what was left. */
  static ObjectNode usage(
      String planId,
      LocalDate from,
      LocalDate to,
      Map<String, QuotaCounter> counters,
      Optional<String> position) {
    ObjectNode document = object().put("usagePlanId", planId);
    document.put("startDate", from.toString()).put("endDate", to.toString());
    position.ifPresent(next -> document.put("position", next));
    ObjectNode values = document.putObject("values");
    counters.forEach(
        (keyId, counter) -> {
          ArrayNode days = values.putArray(keyId);
          counter
              .days(from, to)
              .forEach(day -> days.addArray().add(day.used()).add(day.remaining()));
        });
    return document;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
