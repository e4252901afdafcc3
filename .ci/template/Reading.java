import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.check.Cases;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Template;
import java.nio.file.Path;

/**
 * Prints the resources of a template as our rules see them: a list with one map for each set of
 * parameters, the defaults first. agree.py compares it with what SAM's translator makes.
 */
void main(String[] arguments) throws Exception {
  ObjectMapper json = new ObjectMapper();
  ArrayNode cases = json.createArrayNode();
  for (Cases.Case each : Cases.of(Template.read(Path.of(arguments[0])))) {
    ObjectNode resources = cases.addObject();
    for (Resource resource : each.subject().resources()) {
      ObjectNode shown = resources.putObject(resource.logicalId());
      shown.put("Type", resource.type());
      shown.set("Properties", resource.properties());
    }
  }
  IO.println(json.writeValueAsString(cases));
}
