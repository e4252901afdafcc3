package dev.rampart.local.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.generate.GenerationException;
import java.io.IOException;
import java.nio.file.Path;

/** The properties of the API's resource that follow from the published contract. */
public final class GatewayApi {
  private GatewayApi() {}

  /**
   * Returns the settings of the methods and the definition of the API.
   *
   * @param contract the file of the published contract
   * @throws GenerationException if the contract cannot be expressed
   */
  public static ObjectNode of(Path contract) throws IOException {
    ApiContract read = ApiContract.read(contract);
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.set("MethodSettings", MethodSettings.of(read));
    properties.set("DefinitionBody", GatewayBody.of(read));
    return properties;
  }
}
