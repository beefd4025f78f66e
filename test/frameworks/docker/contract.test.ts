import { docker } from '#frameworks/docker/index';
import { holdsTheContract } from '../contract.js';

holdsTheContract(
  docker,
  [
    {
      name: 'an image of two stages',
      path: 'services/thumbnails/Dockerfile',
      settable: 0.4,
      text: `# syntax=docker/dockerfile:1
ARG VERSION=3.13
FROM --platform=linux/amd64 public.ecr.aws/lambda/python:\${VERSION} AS build
ARG CHANNEL=stable
ENV ONE=1 TWO="two words" \\
    THREE=3
ENV OLD in the old form
# The libraries.
RUN dnf install -y gcc && \\
    pip install --target /opt -r requirements.txt
COPY --chown=1000:1000 app.py lib.py /opt/

FROM public.ecr.aws/lambda/python:3.13
COPY --from=build /opt \${LAMBDA_TASK_ROOT}
ADD ["a file", "/data"]
CMD ["app.handler"]
`,
    },
  ],
  { declares: false },
);
