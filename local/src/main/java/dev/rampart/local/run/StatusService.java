package dev.rampart.local.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.rampart.local.protocol.AwsReply;
import dev.rampart.local.protocol.AwsRequest;
import dev.rampart.local.protocol.AwsService;

/** Tells {@code ./rampart status} how the run is doing; no service of AWS. */
record StatusService(Checkup checkup) implements AwsService {
  static final String PATH = "/status";
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  @Override
  public boolean serves(AwsRequest request) {
    return request.method().equals("GET") && request.path().equals(PATH);
  }

  @Override
  public AwsReply answer(AwsRequest request) {
    try {
      return new AwsReply(200, "application/json", JSON.writeValueAsBytes(checkup.health()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run ends.", e);
    }
  }
}
