package dev.rampart.local.stack.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.List;

/** Tells how the run is doing; no service of AWS. */
public record StatusService(HealthCheck check) implements AwsService {
  /** The path at which it answers. */
  public static final String PATH = "/status";

  /** What an instance calls the endpoint. */
  public static final String ENDPOINT = "status";

  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  @Override
  public boolean serves(HttpRequest request) {
    return request.method().equals("GET") && request.path().equals(PATH);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    try {
      return HttpResponse.of(200, "application/json", JSON.writeValueAsBytes(check.health()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run ends.", e);
    }
  }

  /** A function is not to see what no function on AWS can. */
  @Override
  public List<AwsAction> actions(HttpRequest request) {
    return List.of(new AwsAction("run:GetStatus", AwsAction.ANY));
  }
}
