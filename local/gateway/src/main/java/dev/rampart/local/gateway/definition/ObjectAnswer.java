package dev.rampart.local.gateway.definition;

import dev.rampart.local.gateway.response.MappingTemplate;
import dev.rampart.local.gateway.response.ResponseParameter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What becomes of an answer of S3.
 *
 * @param statuses those of S3 that it is for; empty for all that no other is for
 * @param status what is answered
 * @param passed the header fields of S3 that are handed on
 * @param fields header fields that do not come from S3
 * @param body in place of the object; empty for the object itself
 */
public record ObjectAnswer(
    Optional<Pattern> statuses,
    int status,
    List<String> passed,
    List<ResponseParameter> fields,
    Optional<MappingTemplate> body) {

  /** Says whether it is for a status of S3. */
  public boolean isFor(int storageStatus) {
    return statuses
        .map(pattern -> pattern.matcher(Integer.toString(storageStatus)).matches())
        .orElse(true);
  }
}
