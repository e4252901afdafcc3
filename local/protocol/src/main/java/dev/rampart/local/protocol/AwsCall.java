package dev.rampart.local.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One call of one operation.
 *
 * @param service the target prefix, for example {@code DynamoDB_20120810}
 * @param operation for example {@code PutItem}
 * @param input always a JSON object
 * @param accessKeyId who signed; empty if nobody did
 * @param request the request it came in
 */
public record AwsCall(
    String service, String operation, JsonNode input, String accessKeyId, AwsRequest request) {}
