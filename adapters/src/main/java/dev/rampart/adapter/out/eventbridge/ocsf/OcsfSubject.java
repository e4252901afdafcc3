package dev.rampart.adapter.out.eventbridge.ocsf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.detection.signal.Subject;

/** The subject of a finding, as the one evidence of it and as what an analyst can pivot on. */
record OcsfSubject(Subject subject) {
  // Kinds of observables.
  private static final int IP_ADDRESS = 2;
  private static final int SUBNET = 12;
  private static final int USER_CREDENTIAL_ID = 19;
  private static final int USER_UID = 31;

  /** Writes {@code evidences} and, where OCSF has a kind for it, {@code observables}. */
  void write(ObjectNode finding) {
    ObjectNode evidence = finding.putArray("evidences").addObject();
    String name = subject.name();
    switch (subject.kind()) {
      case IP, NETWORK -> address(name, evidence, finding);
      case PRINCIPAL -> {
        evidence.putObject("actor").putObject("user").put("uid", name);
        observable("actor.user.uid", USER_UID, finding);
      }
      case CREDENTIAL -> {
        evidence.putObject("user").put("uid", name);
        observable("user.uid", USER_UID, finding);
      }
      case CLIENT -> evidence.putObject("actor").put("app_uid", name);
      case API_KEY -> {
        ObjectNode actor = evidence.putObject("actor").put("app_uid", name);
        actor.putObject("session").put("credential_uid", name);
        observable("actor.session.credential_uid", USER_CREDENTIAL_ID, finding);
      }
      case SIGNATURE, GLOBAL ->
          evidence.putObject("data").put("scope", subject.kind().wireName()).put("subject", name);
    }
  }

  /** A network is no address to OCSF: it is the name of the endpoint, and an observable subnet. */
  private void address(String name, ObjectNode evidence, ObjectNode finding) {
    boolean network = name.indexOf('/') >= 0;
    String member = network ? "name" : "ip";
    evidence.putObject("src_endpoint").put(member, name);
    observable("src_endpoint." + member, network ? SUBNET : IP_ADDRESS, finding);
  }

  private void observable(String place, int type, ObjectNode finding) {
    finding
        .putArray("observables")
        .addObject()
        .put("name", "evidences[0]." + place)
        .put("type_id", type)
        .put("value", subject.name());
  }
}
