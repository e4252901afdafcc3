package dev.rampart.local.gateway.definition;

import dev.rampart.local.gateway.response.MappingTemplate;
import dev.rampart.local.gateway.response.ResponseParameter;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of an answer of S3.
 *
 * @param storageStatus that of S3 which it is for; empty for all that no other is for
 * @param status what is answered
 * @param passed the header fields of S3 that are handed on
 * @param fields header fields that do not come from S3
 * @param body in place of the object; empty for the object itself
 */
public record ObjectAnswer(
    Optional<Integer> storageStatus,
    int status,
    List<String> passed,
    List<ResponseParameter> fields,
    Optional<MappingTemplate> body) {

  /** Says whether it is for a status of S3. */
  public boolean isFor(int answered) {
    return storageStatus.map(status -> status == answered).orElse(true);
  }
}
