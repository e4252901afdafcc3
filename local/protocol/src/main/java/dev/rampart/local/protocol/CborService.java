package dev.rampart.local.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JSON service for clients that speak <a
 * href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html">Smithy RPC v2 with
 * CBOR</a>, as newer SDKs do with CloudWatch: the operation stands in the path, {@code
 * /service/NAME/operation/OPERATION}, and what is in the bodies is what JSON would have there.
 *
 * @param name of the service in the path, which is its prefix in {@code X-Amz-Target} too
 */
public record CborService(JsonService json, String name) implements AwsService {
  private static final String PROTOCOL = "smithy-protocol";
  private static final String RPC = "rpc-v2-cbor";
  private static final String TYPE = "application/cbor";

  /** RFC 8949, 3.4.2: seconds since 1970. */
  private static final int TAG_EPOCH = 1;

  private static final ObjectMapper CBOR =
      new ObjectMapper(
          CBORFactory.builder()
              .streamReadConstraints(ClientJson.OF_CALLS.getFactory().streamReadConstraints())
              .build());

  @Override
  public boolean serves(HttpRequest request) {
    return request.method().equals("POST")
        && request.header(PROTOCOL).filter(RPC::equals).isPresent()
        && request.path().startsWith(path());
  }

  private String path() {
    return "/service/" + name + "/operation/";
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    return answer(request, Authorisation.NONE);
  }

  @Override
  public HttpResponse answer(HttpRequest request, Authorisation authorisation) {
    try {
      return encoded(json.answer(decoded(request), authorisation));
    } catch (AwsError e) {
      return refusal(e);
    }
  }

  @Override
  public HttpResponse denial(String message) {
    return encoded(json.denial(message));
  }

  @Override
  public HttpResponse refusal(AwsError error) {
    return encoded(json.refusal(error));
  }

  @Override
  public List<AwsAction> actions(HttpRequest request) {
    try {
      return json.actions(decoded(request));
    } catch (AwsError _) {
      return List.of();
    }
  }

  private HttpRequest decoded(HttpRequest request) {
    List<Field> fields = new ArrayList<>(request.fields());
    fields.removeIf(field -> field.is("X-Amz-Target"));
    String operation = request.path().substring(path().length());
    fields.add(new Field("X-Amz-Target", name + "." + operation));
    return new HttpRequest(
        request.method(), "/", "", fields, body(request.body()), request.sourceIp());
  }

  /** An operation without input has no body, or a document of nothing. */
  private static byte[] body(byte[] cbor) {
    if (cbor.length == 0) {
      return cbor;
    }
    try (JsonParser parser = new NameLimitedParser(CBOR.createParser(cbor))) {
      JsonNode document = CBOR.readTree(parser);
      return ClientJson.OF_CALLS.writeValueAsBytes(document);
    } catch (IOException _) {
      throw new AwsError("SerializationException", "The request is not valid CBOR.");
    }
  }

  private static HttpResponse encoded(HttpResponse response) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(response.body().length);
      try (CBORGenerator generator = (CBORGenerator) CBOR.createGenerator(bytes)) {
        write(ClientJson.OF_CALLS.readTree(response.body()), false, generator);
      }
      return HttpResponse.of(response.status(), TYPE, bytes.toByteArray()).with(PROTOCOL, RPC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbers that are times have a tag; their names tell. */
  private static void write(JsonNode value, boolean isTime, CBORGenerator to) throws IOException {
    if (value.isObject()) {
      to.writeStartObject(value, value.size());
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        to.writeFieldName(member.getKey());
        write(member.getValue(), isTime(member.getKey()), to);
      }
      to.writeEndObject();
    } else if (value.isArray()) {
      to.writeStartArray(value, value.size());
      for (JsonNode element : value) {
        write(element, isTime, to);
      }
      to.writeEndArray();
    } else if (isTime && value.isNumber()) {
      to.writeTag(TAG_EPOCH);
      to.writeNumber(value.doubleValue());
    } else {
      to.writeTree(value);
    }
  }

  private static boolean isTime(String name) {
    return name.endsWith("Timestamp") || name.endsWith("Timestamps");
  }
}
