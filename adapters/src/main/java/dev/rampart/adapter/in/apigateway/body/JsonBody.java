package dev.rampart.adapter.in.apigateway.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.apigateway.http.Suspicion;
import java.util.List;

/**
 * A body that passed every check.
 *
 * @param json in Unicode normalisation form C
 * @param suspicions what the inspector reports without refusing it
 */
public record JsonBody(JsonNode json, List<Suspicion> suspicions) {

  public JsonBody {
    suspicions = List.copyOf(suspicions);
  }
}
