package dev.rampart.local.gateway.definition;

import dev.rampart.local.gateway.response.MappingTemplate;
import dev.rampart.local.gateway.response.ResponseParameter;
import dev.rampart.local.template.Properties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an integration of type {@code aws} that reads an object of S3. */
final class StoredObjectReader {
  private static final String SERVICE = ":s3:path/";
  private static final String HEADER = "method.response.header.";
  private static final String FROM_STORAGE = "integration.response.header.";
  private static final String TO_PATH = "integration.request.path.";
  private static final String CONDITIONAL = "integration.request.header.If-None-Match";
  private static final String ANY = "default";
  private static final int OK = 200;
  private static final int STATUS_DIGITS = 3;

  private StoredObjectReader() {}

  static ApiOperation.Integration.StoredObject read(Properties integration) {
    String _ = integration.oneOf("httpMethod", "GET");
    String _ = integration.oneOf("passthroughBehavior", "when_no_match");
    String uri = integration.text("uri");
    int service = uri.indexOf(SERVICE);
    int bucket = service + SERVICE.length();
    int key = uri.indexOf('/', bucket);
    if (service < 0 || key < 0) {
      throw integration.fault("uri", "names no object of S3, and nothing else is understood");
    }
    return new ApiOperation.Integration.StoredObject(
        uri.substring(bucket, key),
        uri.substring(key + 1),
        integration.text("credentials"),
        isConditional(integration.object("requestParameters")),
        answers(integration.objectsByName("responses")));
  }

  /** A path parameter has the same name on both sides here. */
  private static boolean isConditional(Properties parameters) {
    boolean isConditional = false;
    for (String name : parameters.names()) {
      if (name.equals(CONDITIONAL)) {
        String _ = parameters.oneOf(name, "method.request.header.If-None-Match");
        isConditional = true;
      } else if (name.startsWith(TO_PATH)) {
        String _ =
            parameters.oneOf(name, "method.request.path." + name.substring(TO_PATH.length()));
      } else {
        throw parameters.fault(name, "is not understood");
      }
    }
    return isConditional;
  }

  private static List<ObjectAnswer> answers(Map<String, Properties> responses) {
    List<ObjectAnswer> answers = new ArrayList<>();
    responses.forEach(
        (pattern, response) -> {
          if (!pattern.equals(ANY)) {
            answers.add(answer(Optional.of(status(pattern, response)), response));
          }
        });
    if (responses.containsKey(ANY)) {
      answers.add(answer(Optional.empty(), responses.get(ANY)));
    }
    return List.copyOf(answers);
  }

  /** A pattern is a regular expression on AWS; here one that is a status is understood. */
  private static int status(String pattern, Properties response) {
    if (pattern.length() != STATUS_DIGITS || !pattern.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw response.fault("statusCode", "is for " + pattern + ", which is no single status");
    }
    return Integer.parseInt(pattern);
  }

  private static ObjectAnswer answer(Optional<Integer> storageStatus, Properties response) {
    Properties parameters = response.object("responseParameters");
    List<String> passed = new ArrayList<>();
    List<ResponseParameter> fields = new ArrayList<>();
    for (String name : parameters.names()) {
      if (parameters.text(name).startsWith(FROM_STORAGE)) {
        passed.add(parameters.text(name).substring(FROM_STORAGE.length()));
      } else {
        fields.add(ResponseParameter.read(parameters, name, HEADER));
      }
    }
    return new ObjectAnswer(
        storageStatus,
        response.number("statusCode", OK, 100, 599),
        List.copyOf(passed),
        List.copyOf(fields),
        MappingTemplate.ofMediaTypes(response.object("responseTemplates")));
  }
}
