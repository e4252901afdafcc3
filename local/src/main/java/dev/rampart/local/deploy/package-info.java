/** Deploys the template to AWS and takes it down again, by way of the AWS SAM command line. */
@NullMarked
package dev.rampart.local.deploy;

import org.jspecify.annotations.NullMarked;
