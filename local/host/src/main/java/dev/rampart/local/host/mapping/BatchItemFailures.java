package dev.rampart.local.host.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.template.Properties;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Partial batch responses: a function names the items of a batch that it failed at. */
public final class BatchItemFailures {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private BatchItemFailures() {}

  /**
   * Returns whether the function of a mapping reports them.
   *
   * @throws dev.rampart.local.template.source.TemplateException if it reports something else
   */
  public static boolean areReported(Properties mapping) {
    List<String> types = mapping.texts("FunctionResponseTypes");
    if (!types.isEmpty() && !types.equals(List.of("ReportBatchItemFailures"))) {
      throw mapping.fault("FunctionResponseTypes", "is not [ReportBatchItemFailures]");
    }
    return !types.isEmpty();
  }

  /**
   * Returns the ids that an answer names as failed. An answer that makes no sense, or names what is
   * not in the batch, fails all of it.
   *
   * @param all the ids of the batch
   */
  public static Set<String> read(byte[] answer, Set<String> all) {
    try {
      JsonNode failures = JSON.readTree(answer).path("batchItemFailures");
      Set<String> named = new HashSet<>();
      failures.forEach(failure -> named.add(failure.path("itemIdentifier").asText("")));
      boolean sound = failures.isMissingNode() || failures.isNull() || failures.isArray();
      return sound && all.containsAll(named) ? named : all;
    } catch (IOException _) {
      return all;
    }
  }
}
