package dev.rampart.local.gateway.definition;

import com.networknt.schema.Schema;
import dev.rampart.local.gateway.response.MappingTemplate;
import dev.rampart.local.gateway.response.ResponseParameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One method of one path of the API.
 *
 * @param token what an access token must be; empty if none is asked for
 * @param apiKey whether an API key is asked for
 */
public record ApiOperation(
    String method,
    String path,
    Integration integration,
    Optional<TokenRequirement> token,
    boolean apiKey,
    Validation validation) {

  /** Where an API key is, if it is asked for. */
  public static final String API_KEY_HEADER = "x-api-key";

  /** Says whether a function answers it. */
  boolean isOfFunction() {
    return integration instanceof Integration.LambdaProxy;
  }

  /** Returns what settings of this method are found by, for example {@code /v1/health/GET}. */
  public String methodKey() {
    return methodKey(path, method);
  }

  /** Returns what settings of a method are found by, as a usage plan writes it. */
  static String methodKey(String path, String method) {
    return path + "/" + method;
  }

  /** Where a request goes that passed all gates. */
  public sealed interface Integration {

    /** A Lambda function that gets the whole request. */
    record LambdaProxy(String functionArn) implements Integration {}

    /**
     * A fixed answer.
     *
     * @param mediaTypes of the requests that it answers, in small letters; any other is 415
     */
    record Mock(
        Set<String> mediaTypes,
        int status,
        List<ResponseParameter> fields,
        Optional<MappingTemplate> body)
        implements Integration {}

    /**
     * An object of S3, read with the rights of a role.
     *
     * @param key the key of the object; {@code {name}} stands for what a path parameter holds
     * @param roleArn the role that is taken on
     * @param conditional whether {@code If-None-Match} is handed on
     * @param answers in the order in which their patterns are tried
     */
    record StoredObject(
        String bucket, String key, String roleArn, boolean conditional, List<ObjectAnswer> answers)
        implements Integration {}

    /** Nothing: the path and method are not in the API. */
    record None() implements Integration {}
  }

  /**
   * What the request validator asks for.
   *
   * @param required the names of parameters, each with its place
   * @param bodies the model of each media type
   * @param bodyRequired whether there has to be a body
   */
  public record Validation(
      List<Required> required, Map<String, Schema> bodies, boolean bodyRequired) {
    public static final Validation NOTHING = new Validation(List.of(), Map.of(), false);
  }

  /** A parameter that has to be there; {@code in} is header, query or path. */
  public record Required(String in, String name) {}
}
