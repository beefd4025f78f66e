import type { AppSyncResolverEvent } from 'aws-lambda';
import { CourseRepository, type Course } from './course-repository.js';

interface Arguments {
  teacher: string;
  limit?: number;
}

class CoursesResolver {
  constructor(private readonly courses: CourseRepository) {}

  async handle(event: AppSyncResolverEvent<Arguments>): Promise<Course[]> {
    const { teacher, limit = 20 } = event.arguments;
    return this.courses.byTeacher(teacher, Math.min(limit, 100));
  }
}

const resolver = new CoursesResolver(new CourseRepository());

export const handler = resolver.handle.bind(resolver);
