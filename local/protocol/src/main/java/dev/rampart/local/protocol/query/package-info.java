/** AWS's query protocol: a form with an action, answered in XML. */
@NullMarked
package dev.rampart.local.protocol.query;

import org.jspecify.annotations.NullMarked;
