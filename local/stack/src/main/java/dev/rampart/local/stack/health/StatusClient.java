package dev.rampart.local.stack.health;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.instance.InstanceClient;
import java.io.IOException;
import java.net.http.HttpResponse;

/** Asks a running instance how it is doing. */
public final class StatusClient {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  private StatusClient() {}

  /** Returns the health of an instance, also if it does not answer. */
  public static Health health(Instance instance) throws InterruptedException {
    String url = instance.endpoints().getOrDefault(StatusService.ENDPOINT, "");
    try {
      HttpResponse<byte[]> answer = InstanceClient.get(url);
      if (answer.statusCode() != 200) {
        return Health.unreachable("It answers " + answer.statusCode() + " at " + url + ".");
      }
      return JSON.readValue(answer.body(), Health.class);
    } catch (IOException | IllegalArgumentException e) {
      return Health.unreachable("It does not answer at " + url + ": " + e + ".");
    }
  }
}
