using System.Linq.Expressions;

namespace Beirat.Network.Topics;

/// <summary>Something under the number of its top topic, inside a query.</summary>
internal sealed class TopicFiling
{
    public Guid Subject { get; init; }

    public int Topic { get; init; }

    /// <summary>
    /// Files a topic under the number of its top topic inside the query (CASE WHEN … IN …), so that the database can count
    /// people and not lines. A number, because a written-out id is a text to PostgreSQL.
    /// </summary>
    public static Expression<Func<T, TopicFiling>> Filed<T>(
        List<Guid[]> groups, Expression<Func<T, Guid>> subject, Expression<Func<T, Guid>> topic)
    {
        var line = subject.Parameters[0];
        var filed = new Swap(topic.Parameters[0], line).Visit(topic.Body);
        var top = groups.Index().Aggregate((Expression)Expression.Constant(-1), (rest, group) => Expression.Condition(
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(Guid)], Expression.Constant(group.Item), filed),
            Expression.Constant(group.Index), rest));
        return Expression.Lambda<Func<T, TopicFiling>>(Expression.MemberInit(Expression.New(typeof(TopicFiling)),
            Expression.Bind(typeof(TopicFiling).GetProperty(nameof(Subject))!, subject.Body),
            Expression.Bind(typeof(TopicFiling).GetProperty(nameof(Topic))!, top)), line);
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
