import { defineDeployment } from '../lib/deployment';

/** A Flask shop that is there already, deployed by configuration alone: nothing in the image changes. */
export default defineDeployment({
  name: 'flask-example',
  aws: { region: 'us-east-1' },

  // By digest, as a tag may move between two starts. Replace the repository and the digest by yours:
  // `aws ecr describe-images --repository-name flask-shop --query 'imageDetails[].imageDigest'`.
  image: {
    repository: 'flask-shop',
    digest: 'sha256:6b1d7c3a09e24f58b7a1c0d2e3f4958677889900aabbccddeeff001122334455',
  },
  container: {
    port: 5000,
    healthPath: '/api/health',
    // One worker: two processes on one VECTOR_DB_PATH corrupt it. Threads serve requests side by side.
    command: ['gunicorn', '--bind', '0.0.0.0:5000', '--workers', '1', '--threads', '8', 'app:app'],

    // Of the contract it wants two variables and no other, so nothing of ours such as CORS_ORIGINS
    // reaches it. Both come from Secrets Manager; the URL is one field of the rotated login.
    variables: { DATABASE_URL: 'DATABASE_URL', JWT_SECRET: 'JWT_SECRET' },
    // Its own secret: made once in Secrets Manager, never in a template.
    secrets: { SECRET_KEY: { generate: 64 } },
    environment: {
      FLASK_ENV: 'production',
      // Every task has its own, on a directory that stays writable; rebuilt from PostgreSQL at start.
      VECTOR_DB_PATH: '/tmp/vectors',
    },
    writablePaths: ['/tmp'],
    // Flask-Migrate, before each rollout. An image without it leaves the line out.
    migrateCommand: ['flask', 'db', 'upgrade'],
    // Flask keeps a session in a signed cookie, so no task needs to remember it.
    sessions: 'cookie',
  },

  targets: { fargate: { cpu: 512, memoryMiB: 2048, tasks: { min: 2, max: 4 } } },
  live: 'fargate',

  // SQLAlchemy's own pool: 5 connections and an overflow of 10 for each task.
  database: { pool: { connections: 5, overflow: 10 } },
  cache: 'none',
  vectors: 'embedded',
});
