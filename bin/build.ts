/** cdk.json's `build`: bundles the application and the Lambda handlers before every synth. */
