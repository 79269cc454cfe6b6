import { defineDeployment } from '../lib/deployment';

/**
 * A Flask shop with its own image, which does not change. docs/deployment-file.md, "Another image", says
 * what such an image gets and what it cannot have yet.
 */
export default defineDeployment({
  name: 'flask-example',
  aws: { region: 'us-east-1' },

  // By digest, because a tag can move between two starts. Replace repository and digest with yours:
  // `aws ecr describe-images --repository-name flask-shop --query 'imageDetails[].imageDigest'`.
  image: {
    repository: 'flask-shop',
    digest: 'sha256:6b1d7c3a09e24f58b7a1c0d2e3f4958677889900aabbccddeeff001122334455',
  },
  container: {
    port: 5000,
    healthPath: '/api/health',
    // One worker, because two processes on one VECTOR_DB_PATH corrupt it. Threads serve requests in parallel.
    command: ['gunicorn', '--bind', '0.0.0.0:5000', '--workers', '1', '--threads', '8', 'app:app'],

    // The image gets these two variables of the contract and no others. Both come from Secrets Manager;
    // the URL is one field of the rotated login.
    variables: { DATABASE_URL: 'DATABASE_URL', JWT_SECRET: 'JWT_SECRET' },
    // Its own secret: generated in Secrets Manager, never in a template.
    secrets: { SECRET_KEY: { generate: 64 } },
    environment: {
      FLASK_ENV: 'production',
      // Each task has its own copy in a writable directory. The application rebuilds it from PostgreSQL.
      VECTOR_DB_PATH: '/tmp/vectors',
    },
    writablePaths: ['/tmp'],
    // Flask-Migrate runs before each rollout. Leave this line out for an image without migrations.
    migrateCommand: ['flask', 'db', 'upgrade'],
    // Flask keeps a session in a signed cookie, so a task keeps no sessions.
    sessions: 'cookie',
  },

  targets: { fargate: { cpu: 512, memoryMiB: 2048, tasks: { min: 2, max: 4 } } },
  live: 'fargate',

  // The pool of SQLAlchemy: 5 connections and an overflow of 10 per task.
  database: { pool: { connections: 5, overflow: 10 } },
  cache: 'none',
  vectors: 'embedded',
});
