import { DataSource } from 'typeorm';

export interface Course {
  readonly id: number;
  readonly title: string;
}

const source = new DataSource({
  type: 'postgres',
  host: process.env.DB_HOST ?? '',
  ssl: { rejectUnauthorized: true },
  connectTimeoutMS: 3000,
});

export class CourseRepository {
  async byTeacher(teacher: string, limit: number): Promise<Course[]> {
    if (!source.isInitialized) await source.initialize();
    return source
      .createQueryBuilder()
      .select(['course.id AS id', 'course.title AS title'])
      .from('courses', 'course')
      .where('course.teacher = :teacher', { teacher })
      .limit(limit)
      .getRawMany<Course>();
  }
}
